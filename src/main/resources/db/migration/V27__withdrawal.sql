-- A partner leaves: it says so in time, and what it holds passes on to others or is released.

-- The day from which a member that has given notice is gone; nothing where it stays.
alter table member add column leaves_on date;

create table withdrawal (
    matter       uuid          not null primary key,
    version      integer       not null,
    partnership  varchar(20)   not null,
    organisation varchar(20)   not null,
    why          varchar(2000) not null,
    effective    date          not null,
    given_by     varchar(64)   not null,
    given_on     date          not null,
    stage        varchar(20)   not null,
    -- The newest group of offers whose takers are asked.
    batch        integer       not null,
    learned      varchar(2000),
    otherwise    varchar(2000),
    -- While it is going on, partnership and organisation: that makes "one notice at a time" a unique key.
    open_for     varchar(60),
    constraint withdrawal_once unique (open_for),
    foreign key (matter) references matter (id),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
create index withdrawal_by_partnership on withdrawal (partnership);

-- One thing that was offered to somebody, or whose release was asked for, and what came of that.
create table handing_over (
    id         uuid          not null primary key,
    withdrawal uuid          not null,
    nr         integer       not null,
    kind       varchar(20)   not null,
    ref        varchar(80)   not null,
    words      varchar(4000) not null,
    -- Whom it is offered to; nothing where it shall be released.
    taker      varchar(20),
    state      varchar(20)   not null,
    -- The group of offers in which its taker was asked, and until when it can answer.
    batch      integer,
    until_when timestamp with time zone,
    reason     varchar(1000),
    answered_by varchar(64),
    answered_at timestamp with time zone,
    -- Whether what was said has been done.
    done       boolean       not null,
    constraint handing_over_in_order unique (withdrawal, nr),
    foreign key (withdrawal) references withdrawal (matter),
    foreign key (taker) references organisation (code)
);

-- What a remaining partner said of what nobody had taken when the day came: it takes it or would release it.
create table settling_voice (
    withdrawal   uuid        not null,
    organisation varchar(20) not null,
    given_by     varchar(64) not null,
    given_at     timestamp with time zone not null,
    primary key (withdrawal, organisation),
    foreign key (withdrawal) references withdrawal (matter),
    foreign key (organisation) references organisation (code)
);

-- Who keeps a commitment now, where it is not who made it.
alter table commitment add column holder varchar(20);
alter table commitment add constraint commitment_holder foreign key (holder) references organisation (code);

-- What somebody took over belongs to no line of its own seat. Otherwise the same as before: a view holds the columns it reads.
drop view commitment_standing;
create view commitment_standing as
select c.id, c.pledge, c.nr, c.kind, c.what, c.detail, c.amount, c.unit, c.begins_on, c.ends_on, c.agreed, c.difference, c.reason,
       p.partnership, coalesce(c.holder, p.organisation) as organisation, p.organisation as pledged_by, p.role, p.agreement_version,
       case when c.holder is null then c.line end as line, c.origin, o.struck_by,
       coalesce((select sum(r.amount) from receipt r join instalment i on i.id = r.instalment join commitment x on x.id = i.commitment
                 join pledge xp on xp.id = x.pledge
                 where x.origin = c.origin and xp.agreement_version <= p.agreement_version), 0) as received,
       o.reason as outcome_reason,
       case when o.kept then 'KEPT'
            when o.commitment is not null then 'RELEASED'
            when c.amount <= (select sum(r.amount) from receipt r join instalment i on i.id = r.instalment
                              join commitment x on x.id = i.commitment join pledge xp on xp.id = x.pledge
                              where x.origin = c.origin and xp.agreement_version <= p.agreement_version) then 'KEPT'
            else 'PROMISED' end as state,
       case when exists (select 1 from commitment y join pledge q on q.id = y.pledge
                         where y.origin = c.origin and q.agreement_version > p.agreement_version) then true else false end as renewed
from commitment c
join pledge p on p.id = c.pledge
left join commitment_outcome o on o.commitment = c.id;

-- An action that nobody does any more, and why.
alter table action add column given_up varchar(1000);

-- Nobody hosts a secretariat any more whose host was released; who worked in it and left is remembered.
alter table secretariat alter column host drop not null;
alter table secretariat_member add column left_on date;

-- Who does a step of the agenda now, where it is not who was named; nobody where it was released.
create table agenda_step_passed_on (
    partnership  varchar(20)  not null,
    what         varchar(300) not null,
    by_when      date         not null,
    organisation varchar(20),
    passed_on    timestamp with time zone not null,
    primary key (partnership, what, by_when),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
