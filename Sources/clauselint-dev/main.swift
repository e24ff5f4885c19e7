print("clauselint-dev")
