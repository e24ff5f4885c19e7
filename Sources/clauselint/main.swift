print("clauselint")
