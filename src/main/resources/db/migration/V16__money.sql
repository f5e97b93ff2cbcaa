-- Amounts keep three digits after the point: the Kuwaiti dinar and six more currencies have them.
drop view commitment_standing;
alter table contribution alter column amount set data type numeric(18, 3);
alter table commitment alter column amount set data type numeric(18, 3);
alter table instalment alter column amount set data type numeric(18, 3);
alter table receipt alter column amount set data type numeric(18, 3);
alter table work_result alter column amount set data type numeric(18, 3);
alter table secretariat alter column cost set data type numeric(18, 3);

-- The same as before: a view holds the columns it reads.
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
