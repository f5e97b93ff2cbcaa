-- A step of the endorsed agenda whose owner left is taken over by another partner, or dropped with a reason. Its owner may leave too: the last
-- row of a step counts.
create table settled_step (
    partnership varchar(20) not null,
    draft       integer     not null,
    step        integer     not null,
    nr          integer     not null,
    -- Whose it was; and who takes it over, nothing where it is dropped.
    was_of      varchar(20) not null,
    taken_by    varchar(20),
    words       varchar(600),
    settled_by  varchar(64) not null,
    settled_at  timestamp with time zone not null,
    primary key (partnership, draft, step, nr),
    constraint settled_step_dropped_with_a_reason check (taken_by is not null or words is not null),
    foreign key (partnership, draft, step) references agenda_item (partnership, draft, nr),
    foreign key (was_of) references organisation (code),
    foreign key (taken_by) references organisation (code)
);

-- The agenda as it stands: without the steps that were dropped, each with who has taken it over.
create view agenda_step as
select i.partnership, i.draft, i.nr, i.what, coalesce(s.taken_by, i.who) as who, i.by_when, i.needed
from agenda_item i left join settled_step s on s.partnership = i.partnership and s.draft = i.draft and s.step = i.nr
    and s.nr = (select max(o.nr) from settled_step o where o.partnership = s.partnership and o.draft = s.draft and o.step = s.step)
where s.nr is null or s.taken_by is not null;
