-- Every seat says its part of a period: what participants met, experts advised, decision makers decided, resource providers gave, allies saw.

create table seat_part (
    id           uuid          not null primary key,
    period       uuid          not null,
    organisation varchar(20)   not null,
    role         varchar(20)   not null,
    words        varchar(2000) not null,
    more         varchar(2000),
    told_at      timestamp with time zone not null,
    constraint seat_part_once unique (period, organisation, role),
    foreign key (period) references work_period (id),
    foreign key (organisation) references organisation (code)
);

-- What came of a promised support, asked in each period until something did.
create table support_word (
    seat_part  uuid          not null,
    commitment uuid          not null,
    came       varchar(20)   not null,
    words      varchar(600)  not null,
    amount     numeric(15, 2),
    currency   varchar(3),
    primary key (seat_part, commitment),
    foreign key (seat_part) references seat_part (id),
    foreign key (commitment) references commitment (id)
);

-- Who was asked for its part of a period and said nothing while there was time.
create table silent_seat (
    period       uuid        not null,
    organisation varchar(20) not null,
    role         varchar(20) not null,
    primary key (period, organisation, role),
    foreign key (period) references work_period (id),
    foreign key (organisation) references organisation (code)
);

-- A result stands in an implementer's report or in the part of another seat.
alter table work_result alter column work_report drop not null;
alter table work_result add column seat_part uuid;
alter table work_result add constraint work_result_of_part foreign key (seat_part) references seat_part (id);
alter table work_result add constraint work_result_in_order_of_part unique (seat_part, nr);
alter table work_result add constraint work_result_of_one check ((work_report is null) <> (seat_part is null));

-- A missing report is a seat's from now on, and rests when that seat speaks again.
update alert set subject = 'org' || organisation || 'Implementer',
                 open_key = partnership || '|REPORT_MISSING|org' || organisation || 'Implementer'
where kind = 'REPORT_MISSING' and resolved_at is null;

-- Of periods that were over before, only implementers were asked: those who said nothing are known no more.
