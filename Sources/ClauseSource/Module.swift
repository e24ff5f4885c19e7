// ClauseSource
