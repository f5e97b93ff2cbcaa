-- What partners raise while a partnership is in force, and what they decide about it.

-- While the work pauses, `open_in` holds the partnership, afterwards nothing: that makes "suspended once" a unique key.
create table suspension (
    id          uuid          not null primary key,
    partnership varchar(20)   not null,
    why         varchar(2000) not null,
    begun_on    date          not null,
    ended_on    date,
    open_in     varchar(20),
    constraint suspension_once unique (open_in),
    foreign key (partnership) references partnership (id)
);

-- The partners end the partnership before its term.
create table agreed_end (
    partnership varchar(20)   not null primary key,
    why         varchar(2000) not null,
    agreed_on   date          not null,
    foreign key (partnership) references partnership (id)
);

-- While a matter is not settled, `open_kind` holds its kind, or its own id where there may be several of a kind; afterwards nothing. What all
-- partners decided together, such as in a review, nobody has raised: it says how they decided.
create table matter (
    id          uuid          not null primary key,
    version     integer       not null,
    partnership varchar(20)   not null,
    kind        varchar(20)   not null,
    raised_by   varchar(20),
    person      varchar(64),
    why         varchar(2000) not null,
    decided     varchar(2000),
    raised_on   date          not null,
    state       varchar(20)   not null,
    outcome     varchar(2000),
    ended_on    date,
    open_kind   varchar(40),
    constraint matter_is_raised_or_decided check ((raised_by is null) = (decided is not null) and (raised_by is null) = (person is null)),
    constraint matter_of_a_kind_once unique (partnership, open_kind),
    constraint matter_ends_with_an_outcome check ((open_kind is null) = (outcome is not null)),
    foreign key (partnership) references partnership (id),
    foreign key (raised_by) references organisation (code)
);

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
