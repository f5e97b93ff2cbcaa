-- A mail about a task asks for the title of its case when it is written: until then the title may have changed.
alter table open_task drop column case_title;
