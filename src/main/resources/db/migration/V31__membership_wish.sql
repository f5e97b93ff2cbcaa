-- Partners that want to change who takes part name who should join, in words, and who should leave, by codes with blanks between them.
alter table way_vote add column joining varchar(400);
alter table way_vote add column leaving varchar(400);
alter table review add column joining varchar(4000);
alter table review add column leaving varchar(400);
