-- Nobody ever read on which day the list of what is handed over was sent: each thing has a day of its own.
alter table closure drop column handed_over_on;
