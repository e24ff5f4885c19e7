// ClauseReports
