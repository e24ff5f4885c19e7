// ClauseRecords
