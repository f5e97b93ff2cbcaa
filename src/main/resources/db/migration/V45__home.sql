-- What was told of a case: what happened in it, beside the steps that people sent, which are kept as answers. Rows are only ever added.
create table told_fact (
    id          uuid          not null primary key,
    at          timestamp with time zone not null,
    case_number varchar(64)   not null,
    what        varchar(300)  not null,
    -- Who reads it: `members` whoever belongs to the partnership, today or later; else the groups, one in each line.
    readers     varchar(4000) not null
);
create index told_fact_of_case on told_fact (case_number, at);
create index answer_of_case on answer (case_number, sent_at);
create index open_task_of_case on open_task (business_key);
