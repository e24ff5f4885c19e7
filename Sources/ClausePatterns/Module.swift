// ClausePatterns
