-- The case and what belongs to it. Key of a partnership everywhere: its case number.

-- One row per year. Whoever proposes takes the row's lock, so that two proposals at one moment get two numbers.
create table case_count (
    case_year   integer not null primary key,
    last_number integer not null
);

create table partnership (
    id                  varchar(20)   not null primary key,
    version             integer       not null,
    title               varchar(120)  not null,
    practice            varchar(2000) not null,
    why_together        varchar(2000) not null,
    proposer            varchar(20)   not null,
    proposed_by         varchar(64)   not null,
    proposed_at         timestamp with time zone not null,
    phase               varchar(20)   not null,
    -- The aims: nothing until they are clarified.
    purpose             varchar(2000),
    target_participants varchar(1000),
    participation_mode  varchar(1000),
    deeper              boolean       not null,
    new_area            boolean       not null,
    new_policy_level    varchar(20),
    new_participants    boolean       not null,
    new_challenge       varchar(1000),
    expertise           varchar(200),
    horizon_months      integer,
    formal_contract     boolean,
    lead_organisation   varchar(20),
    -- How it ended.
    outcome             varchar(2000),
    constraint partnership_horizon check (horizon_months between 3 and 120),
    constraint partnership_has_aims check (phase in ('CLARIFYING', 'ENDED') or (purpose is not null and participation_mode is not null
        and horizon_months is not null and formal_contract is not null and lead_organisation is not null)),
    foreign key (proposer) references organisation (code),
    foreign key (lead_organisation) references organisation (code)
);

create table objective (
    partnership varchar(20)  not null,
    nr          integer      not null,
    wording     varchar(500) not null,
    indicator   varchar(300) not null,
    baseline    varchar(200) not null,
    target      varchar(200) not null,
    primary key (partnership, nr),
    foreign key (partnership) references partnership (id)
);

create table partnership_area (
    partnership   varchar(20) not null,
    nr            integer     not null,
    area          varchar(80) not null,
    worked_before boolean     not null,
    primary key (partnership, nr),
    constraint partnership_area_once unique (partnership, area),
    foreign key (partnership) references partnership (id),
    foreign key (area) references area (code)
);

create table needed_role (
    id          uuid          not null primary key,
    partnership varchar(20)   not null,
    nr          integer       not null,
    role        varchar(20)   not null,
    level       varchar(20)   not null,
    area        varchar(80),
    -- Role, level and area in one word: a unique key overlooks an area that is null.
    asked       varchar(130)  not null,
    expertise   varchar(200),
    reason      varchar(2000) not null,
    waiver      varchar(1000),
    waived_by   varchar(64),
    waived_at   timestamp with time zone,
    constraint needed_role_once unique (partnership, asked),
    foreign key (partnership) references partnership (id),
    foreign key (area) references area (code)
);

-- One row per stay of an organisation in a partnership. While it is there, `present` holds its code, afterwards nothing:
-- that makes "one open membership" a unique key.
create table member (
    id           uuid        not null primary key,
    partnership  varchar(20) not null,
    organisation varchar(20) not null,
    standing     varchar(20) not null,
    joined_on    date        not null,
    left_on      date,
    present      varchar(20),
    constraint member_once unique (partnership, present),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);

create table seat (
    id        uuid        not null primary key,
    member    uuid        not null,
    role      varchar(20) not null,
    level     varchar(20) not null,
    area      varchar(80),
    expertise varchar(200),
    taken_on  date        not null,
    left_on   date,
    foreign key (member) references member (id),
    foreign key (area) references area (code)
);
create index seat_by_member on seat (member);

-- `one` and `other` in alphabetical order, so that a connection is one row from whichever side it is told.
create table link (
    id          uuid         not null primary key,
    partnership varchar(20)  not null,
    one         varchar(20)  not null,
    other       varchar(20)  not null,
    about       varchar(200) not null,
    level       varchar(20)  not null,
    constraint link_once unique (partnership, one, other, level),
    constraint link_in_order check (one < other),
    foreign key (partnership) references partnership (id),
    foreign key (one) references organisation (code),
    foreign key (other) references organisation (code)
);

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

-- Meetings of partners, and actions that stay open until somebody outside their owner has seen them done.

create table meeting (
    id          uuid          not null primary key,
    partnership varchar(20)   not null,
    occasion    varchar(80)   not null,
    held_on     date          not null,
    minutes     varchar(4000) not null,
    recorded_by varchar(64)   not null,
    recorded_at timestamp with time zone not null,
    foreign key (partnership) references partnership (id)
);
create index meeting_by_partnership on meeting (partnership);

create table attendance (
    meeting      uuid        not null,
    organisation varchar(20) not null,
    primary key (meeting, organisation),
    foreign key (meeting) references meeting (id),
    foreign key (organisation) references organisation (code)
);

create table action (
    id          uuid         not null primary key,
    partnership varchar(20)  not null,
    source      varchar(80)  not null,
    about       varchar(300) not null,
    what        varchar(500) not null,
    owner       varchar(20)  not null,
    due_on      date         not null,
    verifier    varchar(20)  not null,
    agreed_by   varchar(64)  not null,
    agreed_at   timestamp with time zone not null,
    constraint action_seen_from_outside check (owner <> verifier),
    foreign key (partnership) references partnership (id),
    foreign key (owner) references organisation (code),
    foreign key (verifier) references organisation (code)
);
create index action_by_partnership on action (partnership);

-- One row each time somebody looked. An action is open until one of them found it done.
create table action_check (
    id           uuid         not null primary key,
    action       uuid         not null,
    organisation varchar(20)  not null,
    done         boolean      not null,
    words        varchar(600) not null,
    checked_by   varchar(64)  not null,
    checked_at   timestamp with time zone not null,
    foreign key (action) references action (id),
    foreign key (organisation) references organisation (code)
);
create index action_check_by_action on action_check (action);
