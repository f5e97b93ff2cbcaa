-- The coordinator may put something to the partners: then a person proposed it, and no organisation.
alter table matter drop constraint matter_is_raised_or_decided;
alter table matter add constraint matter_is_raised_or_decided
    check ((person is null) = (decided is not null) and (raised_by is null or decided is null));
