-- One row per search for partners: the founding one, later replacements and accessions. While it runs, `open_in` holds the
-- partnership, afterwards nothing: that makes "one open selection per partnership" a unique key.
create table selection (
    id          uuid         not null primary key,
    version     integer      not null,
    partnership varchar(20)  not null,
    purpose     varchar(20)  not null,
    opened_at   timestamp with time zone not null,
    chosen_at   timestamp with time zone,
    closed_at   timestamp with time zone,
    open_in     varchar(20),
    constraint selection_open_once unique (open_in),
    foreign key (partnership) references partnership (id)
);
create index selection_by_partnership on selection (partnership);

-- One candidate in one selection, however many roles it is asked for.
create table nomination (
    id           uuid         not null primary key,
    selection    uuid         not null,
    organisation varchar(20)  not null,
    convener     boolean      not null,
    why          varchar(300),
    -- Why the search went on without it.
    remark       varchar(1000),
    nominated_by varchar(64)  not null,
    nominated_at timestamp with time zone not null,
    constraint nomination_once unique (selection, organisation),
    foreign key (selection) references selection (id),
    foreign key (organisation) references organisation (code)
);

create table asked_seat (
    id         uuid         not null primary key,
    nomination uuid         not null,
    nr         integer      not null,
    role       varchar(20)  not null,
    level      varchar(20)  not null,
    area       varchar(80),
    expertise  varchar(200),
    constraint asked_seat_in_order unique (nomination, nr),
    foreign key (nomination) references nomination (id),
    foreign key (area) references area (code)
);

create table invitation_answer (
    nomination  uuid          not null primary key,
    accepted    boolean       not null,
    reason      varchar(1000),
    answered_by varchar(64)   not null,
    answered_at timestamp with time zone not null,
    constraint invitation_declined_with_reason check (accepted or reason is not null),
    foreign key (nomination) references nomination (id)
);

create table profile (
    nomination           uuid         not null primary key,
    expects_of_others    varchar(600) not null,
    capacity_wanted      varchar(600) not null,
    -- How well the conveners' profiles fit its own; empty where none was there to be seen.
    conveners_fit        integer,
    conveners_fit_reason varchar(400),
    stated_by            varchar(64)  not null,
    stated_at            timestamp with time zone not null,
    constraint profile_conveners_fit check (conveners_fit between 1 and 5),
    foreign key (nomination) references nomination (id)
);

create table profile_statement (
    nomination uuid         not null,
    dimension  varchar(20)  not null,
    words      varchar(600) not null,
    rating     integer      not null,
    primary key (nomination, dimension),
    constraint profile_statement_rating check (rating between 1 and 5),
    foreign key (nomination) references profile (nomination)
);

create table assessment (
    nomination  uuid         not null,
    dimension   varchar(20)  not null,
    rating      integer      not null,
    note        varchar(300),
    assessed_by varchar(64)  not null,
    assessed_at timestamp with time zone not null,
    primary key (nomination, dimension),
    constraint assessment_rating check (rating between 1 and 5),
    foreign key (nomination) references profile (nomination)
);

-- What the decision table said, and where it left it to the coordinator, what the coordinator said.
create table fit (
    nomination uuid         not null primary key,
    outcome    varchar(20)  not null,
    reason     varchar(300) not null,
    judged     varchar(20),
    judgement  varchar(1000),
    judged_by  varchar(64),
    judged_at  timestamp with time zone,
    constraint fit_judged_where_left_open check (judged is null or (outcome = 'coordinatorDecides' and judgement is not null)),
    foreign key (nomination) references nomination (id)
);

-- One row each time the coordinator lays the profiles side by side; the last one counts.
create table common_ground (
    id        uuid          not null primary key,
    selection uuid          not null,
    nr        integer       not null,
    shared    varchar(2000) not null,
    clashes   varchar(2000) not null,
    bridges   varchar(2000) not null,
    found_by  varchar(64)   not null,
    found_at  timestamp with time zone not null,
    constraint common_ground_in_order unique (selection, nr),
    foreign key (selection) references selection (id)
);

create table decision (
    nomination uuid        not null primary key,
    outcome    varchar(20) not null,
    reason     varchar(600),
    decided_by varchar(64) not null,
    decided_at timestamp with time zone not null,
    constraint decision_declined_with_reason check (outcome <> 'decline' or reason is not null),
    foreign key (nomination) references nomination (id)
);

-- Where a candidate stands is never stored: it follows from what was said so far.
create view candidacy as
select n.id, n.selection, n.organisation, n.convener, n.why, n.remark, n.nominated_at,
       case when n.remark is not null then 'SILENT'
            when f.nomination is not null then 'RATED'
            when exists (select 1 from assessment t where t.nomination = n.id) then 'ASSESSED'
            when p.nomination is not null then 'STATED'
            when n.convener or a.accepted then 'ACCEPTED'
            when a.nomination is not null then 'DECLINED'
            else 'INVITED' end as state
from nomination n
left join invitation_answer a on a.nomination = n.id
left join profile p on p.nomination = n.id
left join fit f on f.nomination = n.id;
