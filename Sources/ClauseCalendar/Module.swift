// ClauseCalendar
