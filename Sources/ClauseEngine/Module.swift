// ClauseEngine
