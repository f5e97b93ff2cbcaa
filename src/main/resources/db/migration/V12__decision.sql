-- What a partner says to a proposal: once.
create table vote (
    matter       uuid        not null,
    organisation varchar(20) not null,
    voice        varchar(20) not null,
    words        varchar(1000),
    person       varchar(64) not null,
    voted_at     timestamp with time zone not null,
    primary key (matter, organisation),
    constraint vote_against_says_why check (voice <> 'AGAINST' or words is not null),
    foreign key (matter) references matter (id),
    foreign key (organisation) references organisation (code)
);

create table vote_count (
    matter     uuid        not null primary key,
    rule       varchar(20) not null,
    partners   integer     not null,
    in_favour  integer     not null,
    against    integer     not null,
    abstained  integer     not null,
    accepted   boolean     not null,
    counted_at timestamp with time zone not null,
    foreign key (matter) references matter (id)
);
