-- Partners that want to change who takes part name who should join, in words, and who should leave, by codes with blanks between them.
alter table way_vote add column joining varchar(400);
alter table way_vote add column leaving varchar(400);
alter table review add column joining varchar(4000);
alter table review add column leaving varchar(400);

-- The review went on without the talk about differences: nobody came, or nobody called one in time.
alter table review add column talk_missed boolean;

-- Where nobody could come, all partners read what would have been said.
alter table orientation alter column held_on drop not null;
