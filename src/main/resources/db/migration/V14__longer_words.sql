-- A sentence about somebody else's words holds them in full.

alter table alert alter column words set data type varchar(2000);
alter table plan_finding alter column words set data type varchar(2000);
