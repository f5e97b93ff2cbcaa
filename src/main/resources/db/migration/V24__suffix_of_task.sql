-- Which part of its case a step is about, as it stands behind the number: A1. Nothing where it is about the whole case.
alter table open_task add column suffix varchar(10);
