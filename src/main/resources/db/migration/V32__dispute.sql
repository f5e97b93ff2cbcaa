-- Members quarrel: a ladder of talks and decisions, whose words only the sides and those who help them read.

create table dispute (
    matter      uuid        not null primary key,
    version     integer     not null,
    partnership varchar(20) not null,
    -- Counted within the partnership.
    nr          integer     not null,
    -- The sealed version that was in force when it was raised: its ladder, its mediator and its rule count to the end.
    base        integer     not null,
    about       varchar(4000),
    wish        varchar(2000),
    rung        varchar(20),
    rung_ends   timestamp with time zone,
    -- Who of the secretariat helps the sides; nobody while none has taken it on.
    helper      varchar(64),
    -- How it ends, once that is settled or decided, and who leaves where somebody does.
    way_out     varchar(20),
    leaver      varchar(20),
    -- Whether others decided it; else the sides settled it, and what follows for all is proposed to all.
    decided     boolean     not null,
    finished_on date,
    constraint dispute_in_order unique (partnership, nr),
    foreign key (matter) references matter (id),
    foreign key (partnership) references partnership (id),
    foreign key (leaver) references organisation (code)
);

create table dispute_party (
    matter       uuid        not null,
    organisation varchar(20) not null,
    raised       boolean     not null,
    primary key (matter, organisation),
    foreign key (matter) references dispute (matter),
    foreign key (organisation) references organisation (code)
);

-- What a side said on a rung, or what who helps wrote down of a talk. The last word of a side on its rung counts.
create table dispute_word (
    id           uuid        not null primary key,
    matter       uuid        not null,
    nr           integer     not null,
    rung         varchar(20) not null,
    -- Whose word it is; nobody's where a talk was written down.
    organisation varchar(20),
    stand        varchar(20),
    way_out      varchar(20),
    leaver       varchar(20),
    words        varchar(4000) not null,
    speaker      varchar(200),
    -- Whom this side accepts as mediator or as decider.
    named        varchar(200),
    met_on       date,
    present      varchar(1000),
    came         varchar(4000),
    said_by      varchar(64) not null,
    said_at      timestamp with time zone not null,
    constraint dispute_word_in_order unique (matter, nr),
    foreign key (matter) references dispute (matter),
    foreign key (organisation) references organisation (code),
    foreign key (leaver) references organisation (code)
);

-- What shall be done, listed by a side that calls it settled.
create table dispute_action (
    word      uuid          not null,
    nr        integer       not null,
    what      varchar(1000) not null,
    owner     varchar(20)   not null,
    due_on    date          not null,
    verifier  varchar(20)   not null,
    -- Why it could not be agreed any more when all were of one mind; nothing where it was.
    left_out  varchar(1000),
    primary key (word, nr),
    foreign key (word) references dispute_word (id),
    foreign key (owner) references organisation (code),
    foreign key (verifier) references organisation (code)
);

-- How a full partner without a side decides, and why.
create table dispute_vote (
    matter       uuid          not null,
    organisation varchar(20)   not null,
    way_out      varchar(20)   not null,
    leaver       varchar(20),
    words        varchar(4000) not null,
    given_by     varchar(64)   not null,
    given_at     timestamp with time zone not null,
    primary key (matter, organisation),
    foreign key (matter) references dispute (matter),
    foreign key (organisation) references organisation (code),
    foreign key (leaver) references organisation (code)
);

create table dispute_tally (
    matter    uuid        not null primary key,
    rule      varchar(20) not null,
    deciders  integer     not null,
    in_favour integer     not null,
    others    integer     not null,
    carried   boolean     not null,
    foreign key (matter) references dispute (matter)
);
