-- The organisation that a step is about, where others are asked about it: five candidates make five steps of one name.
alter table open_task add column about varchar(20);
