-- One negotiation among some organisations of a partnership: the founding one, later amendments, adhesions and annexes.
-- What a party says is a row that is written once; whether a topic is open follows from those rows and is never stored.
create table negotiation (
    id          uuid        not null primary key,
    version     integer     not null,
    partnership varchar(20) not null,
    purpose     varchar(20) not null,
    stage       varchar(20) not null,
    opened_at   timestamp with time zone not null,
    -- Number of the newest shared vision, of the newest asking, and of the newest round; 0 before the first.
    vision      integer     not null,
    asking      integer     not null,
    rounds      integer     not null,
    -- Why there is no common ground, once somebody found so.
    stopped     varchar(1200),
    stopped_by  varchar(64),
    -- The partnership, in its founding negotiation only: that makes "one founding negotiation" a unique key.
    founds      varchar(20),
    constraint negotiation_founds_once unique (founds),
    foreign key (partnership) references partnership (id)
);
create index negotiation_by_partnership on negotiation (partnership);

create table negotiating_party (
    negotiation  uuid        not null,
    organisation varchar(20) not null,
    left_at      timestamp with time zone,
    left_because varchar(1000),
    left_by      varchar(64),
    primary key (negotiation, organisation),
    constraint negotiating_party_left_with_reason check (left_at is null or left_because is not null),
    foreign key (negotiation) references negotiation (id),
    foreign key (organisation) references organisation (code)
);

create table vision_statement (
    negotiation  uuid          not null,
    organisation varchar(20)   not null,
    words        varchar(1500) not null,
    hopes        varchar(1000) not null,
    stated_by    varchar(64)   not null,
    stated_at    timestamp with time zone not null,
    primary key (negotiation, organisation),
    foreign key (negotiation, organisation) references negotiating_party (negotiation, organisation)
);

-- Whether the organisation can meet what another one, `expecting`, said in its profile.
create table expectation_answer (
    negotiation  uuid        not null,
    organisation varchar(20) not null,
    expecting    varchar(20) not null,
    can          varchar(20) not null,
    words        varchar(600),
    answered_by  varchar(64) not null,
    answered_at  timestamp with time zone not null,
    primary key (negotiation, organisation, expecting),
    constraint expectation_answer_with_words check (can = 'can' or words is not null),
    foreign key (negotiation, organisation) references negotiating_party (negotiation, organisation),
    foreign key (expecting) references organisation (code)
);

create table shared_vision (
    negotiation uuid          not null,
    nr          integer       not null,
    words       varchar(3000) not null,
    drafted_by  varchar(64)   not null,
    drafted_at  timestamp with time zone not null,
    primary key (negotiation, nr),
    foreign key (negotiation) references negotiation (id)
);

create table agenda_item (
    negotiation uuid         not null,
    vision      integer      not null,
    nr          integer      not null,
    what        varchar(300) not null,
    who         varchar(20)  not null,
    by_when     date         not null,
    needed      varchar(300) not null,
    primary key (negotiation, vision, nr),
    foreign key (negotiation, vision) references shared_vision (negotiation, nr),
    foreign key (who) references organisation (code)
);

-- The parties are asked something together: to endorse a vision, or, in a round, for positions on all open topics.
create table asking (
    negotiation uuid    not null,
    nr          integer not null,
    vision      integer,
    round_nr    integer,
    opened_at   timestamp with time zone not null,
    -- Until when the positions of a round are read, and whether all parties together needed no more time.
    read_until  timestamp with time zone,
    waived      boolean not null,
    primary key (negotiation, nr),
    constraint asking_about_one_thing check ((vision is null) <> (round_nr is null)),
    foreign key (negotiation) references negotiation (id)
);

create table asked_party (
    negotiation  uuid        not null,
    asking       integer     not null,
    organisation varchar(20) not null,
    primary key (negotiation, asking, organisation),
    foreign key (negotiation, asking) references asking (negotiation, nr),
    foreign key (negotiation, organisation) references negotiating_party (negotiation, organisation)
);

-- That a party answered when it was asked; for a vision also whether it endorses it, or what it wants changed.
create table reply (
    negotiation  uuid        not null,
    asking       integer     not null,
    organisation varchar(20) not null,
    endorsed     boolean,
    words        varchar(1000),
    given_by     varchar(64) not null,
    given_at     timestamp with time zone not null,
    primary key (negotiation, asking, organisation),
    foreign key (negotiation, asking, organisation) references asked_party (negotiation, asking, organisation)
);

create table wording (
    negotiation uuid          not null,
    topic       varchar(40)   not null,
    nr          integer       not null,
    words       varchar(3000) not null,
    worded_by   varchar(64)   not null,
    worded_at   timestamp with time zone not null,
    primary key (negotiation, topic, nr),
    foreign key (negotiation) references negotiation (id)
);

create view newest_wording as
select w.negotiation, w.topic, w.nr, w.words from wording w
where w.nr = (select max(o.nr) from wording o where o.negotiation = w.negotiation and o.topic = w.topic);

-- The typed terms that belong to a wording, so that whoever accepts it saw them.
create table term (
    negotiation uuid          not null,
    topic       varchar(40)   not null,
    wording     integer       not null,
    name        varchar(40)   not null,
    written     varchar(1000) not null,
    primary key (negotiation, topic, wording, name),
    foreign key (negotiation, topic, wording) references wording (negotiation, topic, nr)
);

create table contribution (
    id           uuid         not null primary key,
    negotiation  uuid         not null,
    topic        varchar(40)  not null,
    wording      integer      not null,
    nr           integer      not null,
    organisation varchar(20)  not null,
    role         varchar(20)  not null,
    kind         varchar(20)  not null,
    what         varchar(300) not null,
    amount       numeric(15, 2),
    unit         varchar(20),
    from_day     date         not null,
    to_day       date         not null,
    constraint contribution_in_order unique (negotiation, topic, wording, nr),
    constraint contribution_days check (from_day <= to_day),
    foreign key (negotiation, topic, wording) references wording (negotiation, topic, nr),
    foreign key (organisation) references organisation (code)
);

create table party_position (
    negotiation  uuid        not null,
    topic        varchar(40) not null,
    wording      integer     not null,
    organisation varchar(20) not null,
    asking       integer     not null,
    kind         varchar(20) not null,
    words        varchar(1500),
    primary key (negotiation, topic, wording, organisation),
    constraint party_position_with_words check (kind = 'accept' or words is not null),
    foreign key (negotiation, topic, wording) references wording (negotiation, topic, nr),
    foreign key (negotiation, asking, organisation) references reply (negotiation, asking, organisation)
);

-- A wording that was accepted is put into question again: by second thoughts, or by whoever would not sign it.
create table reopening (
    id           uuid          not null primary key,
    negotiation  uuid          not null,
    topic        varchar(40)   not null,
    wording      integer       not null,
    organisation varchar(20),
    words        varchar(1000) not null,
    reopened_by  varchar(64)   not null,
    reopened_at  timestamp with time zone not null,
    foreign key (negotiation, topic, wording) references wording (negotiation, topic, nr),
    foreign key (organisation) references organisation (code)
);
create index reopening_by_wording on reopening (negotiation, topic, wording);

-- A party has read the positions of a round.
create table positions_read (
    negotiation  uuid        not null,
    asking       integer     not null,
    organisation varchar(20) not null,
    ready        boolean     not null,
    read_by      varchar(64) not null,
    read_at      timestamp with time zone not null,
    primary key (negotiation, asking, organisation),
    foreign key (negotiation, asking) references asking (negotiation, nr),
    foreign key (negotiation, organisation) references negotiating_party (negotiation, organisation)
);

create table mediation (
    negotiation uuid          not null,
    asking      integer       not null,
    mediator    varchar(200)  not null,
    held_on     date          not null,
    minutes     varchar(3000) not null,
    outcome     varchar(1500) not null,
    settled     boolean       not null,
    recorded_by varchar(64)   not null,
    recorded_at timestamp with time zone not null,
    primary key (negotiation, asking),
    foreign key (negotiation, asking) references asking (negotiation, nr)
);
