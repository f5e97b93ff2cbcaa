-- Who joins is asked in every round that begins later: that takes the moment, not the day. Of rows from before the day is known alone.
alter table member add column joined_at timestamp with time zone;
alter table matter add column raised_at timestamp with time zone;
