-- Those who fund the work and who leads it read the reports of a period, and may send each of them back once with a question.

create table reports_read (
    period       uuid        not null,
    organisation varchar(20) not null,
    primary key (period, organisation),
    foreign key (period) references work_period (id),
    foreign key (organisation) references organisation (code)
);

-- Whose report it is about: an organisation in one role.
create table report_question (
    id           uuid          not null primary key,
    period       uuid          not null,
    organisation varchar(20)   not null,
    role         varchar(20)   not null,
    asker        varchar(20)   not null,
    question     varchar(1000) not null,
    constraint report_question_once unique (period, organisation, role),
    foreign key (period) references work_period (id),
    foreign key (organisation) references organisation (code),
    foreign key (asker) references organisation (code)
);

create table report_answer (
    question uuid          not null primary key,
    answer   varchar(2000) not null,
    foreign key (question) references report_question (id)
);

-- A line that stands otherwise since then.
create table progress_correction (
    question  uuid         not null,
    objective integer      not null,
    measured  varchar(100),
    standing  varchar(20)  not null,
    primary key (question, objective),
    foreign key (question) references report_question (id)
);

-- What was reported, as it stands since it was asked about.
create view reported_progress as
select g.work_report, g.objective, case when c.question is null then g.measured else c.measured end as measured,
       coalesce(c.standing, g.standing) as standing
from progress g
join work_report r on r.id = g.work_report
left join report_question q on q.period = r.period and q.organisation = r.organisation and q.role = 'implementer'
left join progress_correction c on c.question = q.id and c.objective = g.objective;
