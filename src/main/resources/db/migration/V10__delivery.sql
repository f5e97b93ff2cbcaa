-- The work itself: how it begins, what each seat commits, and what is planned and reached in each period.

create table orientation (
    partnership varchar(20)   not null primary key,
    held_on     date          not null,
    minutes     varchar(4000) not null,
    recorded_by varchar(64)   not null,
    recorded_at timestamp with time zone not null,
    foreign key (partnership) references partnership (id)
);

create table orientation_guest (
    partnership  varchar(20) not null,
    organisation varchar(20) not null,
    primary key (partnership, organisation),
    foreign key (partnership) references orientation (partnership),
    foreign key (organisation) references organisation (code)
);

create table support_mechanism (
    partnership varchar(20)  not null primary key,
    mechanism   varchar(20)  not null,
    reason      varchar(300) not null,
    chosen_at   timestamp with time zone not null,
    foreign key (partnership) references partnership (id)
);

create table secretariat (
    partnership varchar(20)   not null primary key,
    host        varchar(20)   not null,
    duties      varchar(2000) not null,
    cost        numeric(15, 2),
    currency    varchar(3),
    paid_by     varchar(20),
    set_up_by   varchar(64)   not null,
    set_up_at   timestamp with time zone not null,
    constraint secretariat_cost_has_payer check ((cost is null) = (currency is null) and (cost is null) = (paid_by is null)),
    foreign key (partnership) references support_mechanism (partnership),
    foreign key (host) references organisation (code),
    foreign key (paid_by) references organisation (code)
);

create table secretariat_member (
    partnership  varchar(20)  not null,
    nr           integer      not null,
    organisation varchar(20)  not null,
    person       varchar(120) not null,
    duty         varchar(200) not null,
    primary key (partnership, nr),
    foreign key (partnership) references secretariat (partnership),
    foreign key (organisation) references organisation (code)
);

-- One seat's word, given once: an organisation in one role.
create table pledge (
    id                uuid        not null primary key,
    partnership       varchar(20) not null,
    organisation      varchar(20) not null,
    role              varchar(20) not null,
    agreement_version integer     not null,
    made_by           varchar(64) not null,
    made_at           timestamp with time zone not null,
    constraint pledge_once unique (partnership, organisation, role),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);

create table commitment (
    id         uuid         not null primary key,
    pledge     uuid         not null,
    nr         integer      not null,
    kind       varchar(20)  not null,
    what       varchar(600) not null,
    detail     varchar(300),
    amount     numeric(15, 2),
    unit       varchar(40),
    begins_on  date,
    ends_on    date,
    -- What the agreement says and how this differs, in words; nothing where it says nothing, or the same.
    agreed     varchar(1000),
    difference varchar(1000),
    reason     varchar(600),
    constraint commitment_in_order unique (pledge, nr),
    constraint commitment_amount check (amount is null or amount > 0),
    foreign key (pledge) references pledge (id)
);

-- What became of a commitment, said once. What is paid in full needs no such word.
create table commitment_outcome (
    commitment uuid          not null primary key,
    kept       boolean       not null,
    reason     varchar(1000),
    decided_by varchar(64)   not null,
    decided_at timestamp with time zone not null,
    constraint released_with_reason check (kept or reason is not null),
    foreign key (commitment) references commitment (id)
);

create table instalment (
    id         uuid           not null primary key,
    commitment uuid           not null,
    nr         integer        not null,
    due        date           not null,
    amount     numeric(15, 2) not null,
    receiver   varchar(20)    not null,
    -- The day on which the receiver is asked next.
    ask_on     date           not null,
    constraint instalment_in_order unique (commitment, nr),
    constraint instalment_amount check (amount > 0),
    foreign key (commitment) references commitment (id),
    foreign key (receiver) references organisation (code)
);

create table receipt (
    id           uuid           not null primary key,
    instalment   uuid           not null,
    received_on  date           not null,
    amount       numeric(15, 2) not null,
    note         varchar(600),
    confirmed_by varchar(64)    not null,
    confirmed_at timestamp with time zone not null,
    constraint receipt_amount check (amount > 0),
    foreign key (instalment) references instalment (id)
);
create index receipt_by_instalment on receipt (instalment);

-- Where a commitment stands is never stored: it follows from what was said and paid.
create view commitment_standing as
select c.id, c.pledge, c.nr, c.kind, c.what, c.detail, c.amount, c.unit, c.begins_on, c.ends_on, c.agreed, c.difference, c.reason,
       p.partnership, p.organisation, p.role, p.agreement_version,
       coalesce((select sum(r.amount) from receipt r join instalment i on i.id = r.instalment where i.commitment = c.id), 0) as received,
       o.reason as outcome_reason,
       case when o.kept then 'KEPT'
            when o.commitment is not null then 'RELEASED'
            when c.amount <= (select sum(r.amount) from receipt r join instalment i on i.id = r.instalment where i.commitment = c.id) then 'KEPT'
            else 'PROMISED' end as state
from commitment c
join pledge p on p.id = c.pledge
left join commitment_outcome o on o.commitment = c.id;

-- Slots are counted from the day of sealing. One period may cover several of them, where a stop made people miss some.
create table work_period (
    id          uuid        not null primary key,
    partnership varchar(20) not null,
    nr          integer     not null,
    first_slot  integer     not null,
    last_slot   integer     not null,
    begins_on   date        not null,
    ends_on     date        not null,
    opened_at   timestamp with time zone not null,
    settlement  varchar(2000),
    settled_by  varchar(64),
    closed_at   timestamp with time zone,
    constraint work_period_once unique (partnership, nr),
    constraint work_period_slots unique (partnership, first_slot),
    foreign key (partnership) references partnership (id)
);

create table work_plan (
    id           uuid        not null primary key,
    period       uuid        not null,
    organisation varchar(20) not null,
    remark       varchar(600),
    planned_by   varchar(64) not null,
    planned_at   timestamp with time zone not null,
    constraint work_plan_once unique (period, organisation),
    foreign key (period) references work_period (id),
    foreign key (organisation) references organisation (code)
);

-- An area that is null means all of them.
create table plan_item (
    work_plan uuid         not null,
    nr        integer      not null,
    what      varchar(300) not null,
    area      varchar(80),
    begins_on date         not null,
    ends_on   date         not null,
    objective integer      not null,
    primary key (work_plan, nr),
    foreign key (work_plan) references work_plan (id),
    foreign key (area) references area (code)
);

create table plan_finding (
    period uuid         not null,
    nr     integer      not null,
    kind   varchar(20)  not null,
    words  varchar(2000) not null,
    primary key (period, nr),
    foreign key (period) references work_period (id)
);

create table work_report (
    id           uuid         not null primary key,
    period       uuid         not null,
    organisation varchar(20)  not null,
    hindered     varchar(2000),
    reported_by  varchar(64)  not null,
    reported_at  timestamp with time zone not null,
    constraint work_report_once unique (period, organisation),
    foreign key (period) references work_period (id),
    foreign key (organisation) references organisation (code)
);

create table progress (
    work_report uuid         not null,
    objective   integer      not null,
    measured    varchar(100),
    standing    varchar(20)  not null,
    primary key (work_report, objective),
    foreign key (work_report) references work_report (id)
);

create table work_result (
    id          uuid         not null primary key,
    work_report uuid         not null,
    nr          integer      not null,
    kind        varchar(20)  not null,
    what        varchar(600) not null,
    amount      numeric(15, 2),
    currency    varchar(3),
    constraint work_result_in_order unique (work_report, nr),
    foreign key (work_report) references work_report (id)
);

create table officer_load (
    work_report uuid         not null,
    nr          integer      not null,
    officer     varchar(120) not null,
    groups_held integer      not null,
    visits      integer      not null,
    primary key (work_report, nr),
    foreign key (work_report) references work_report (id)
);

-- While an alert is open, `open_key` says what it is about, afterwards nothing: the same thing is not raised twice.
create table alert (
    id           uuid         not null primary key,
    partnership  varchar(20)  not null,
    kind         varchar(20)  not null,
    organisation varchar(20)  not null,
    subject      varchar(80)  not null,
    words        varchar(2000) not null,
    raised_at    timestamp with time zone not null,
    resolved_at  timestamp with time zone,
    open_key     varchar(140),
    constraint alert_open_once unique (open_key),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
create index alert_by_partnership on alert (partnership);
