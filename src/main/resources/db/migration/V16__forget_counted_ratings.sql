-- Once the ratings of a review are counted, mean and spread are all that is kept of them.
delete from health_tally where review in (select id from review where consolidated_at is not null or broken_off_at is not null);
