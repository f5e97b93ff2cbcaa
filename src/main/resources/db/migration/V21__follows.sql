-- What runs follows what is agreed anew.

-- Slots are counted in the rhythm that was agreed when a period began, so that another rhythm may count to the same number.
alter table work_period drop constraint work_period_slots;
alter table work_period add constraint work_period_begins unique (partnership, begins_on);

-- A seat gives its word once for each version of the agreement by which what it brings was changed.
alter table pledge drop constraint pledge_once;
alter table pledge add constraint pledge_once unique (partnership, organisation, role, agreement_version);

-- A seat that has given its word and is asked anew since this version: by the room of which matter. Its pledge of a version as new as
-- this one is the answer.
create table pledge_renewal (
    partnership       varchar(20) not null,
    organisation      varchar(20) not null,
    role              varchar(20) not null,
    agreement_version integer     not null,
    matter            uuid        not null,
    primary key (partnership, organisation, role),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);

drop view commitment_standing;

-- The line of the agreement that a commitment answers, counted within its seat; nothing where it goes beyond the agreement.
alter table commitment add column line integer;
update commitment set line = nr where agreed is not null;

-- The first commitment for the same thing. What is promised anew has the origin of what it takes the place of, and nobody waits for that.
alter table commitment add column origin uuid;
update commitment set origin = id;
alter table commitment alter column origin set not null;
alter table commitment add constraint commitment_origin foreign key (origin) references commitment (id);
create index commitment_by_origin on commitment (origin);

-- The version of the agreement in which its line does not stand any more.
alter table commitment_outcome add column struck_by integer;

-- What is still missing of it comes by the instalments of a later pledge.
alter table instalment add column replaced boolean default false not null;

-- Money counts for what was promised first and for what took its place.
create view commitment_standing as
select c.id, c.pledge, c.nr, c.kind, c.what, c.detail, c.amount, c.unit, c.begins_on, c.ends_on, c.agreed, c.difference, c.reason,
       p.partnership, p.organisation, p.role, p.agreement_version, c.line, c.origin, o.struck_by,
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
