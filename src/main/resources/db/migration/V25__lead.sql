-- Who was named to lead a partnership and has not answered yet; lead_organisation is who has agreed, and is empty while nobody leads. Who
-- passes the lead on leads until another has agreed.
alter table partnership add column named_lead varchar(20);
-- Who led is gone, and the partnership looks for another.
alter table partnership add column lead_sought boolean default false not null;
alter table partnership add constraint partnership_named_lead foreign key (named_lead) references organisation (code);

alter table partnership drop constraint partnership_has_aims;
alter table partnership add constraint partnership_has_aims check (phase in ('CLARIFYING', 'ENDED') or (purpose is not null
    and participation_mode is not null and horizon_months is not null and formal_contract is not null));

-- One row each time an organisation agrees to lead, or does not; people who name their own organisation agree by that.
create table lead_consent (
    id           uuid        not null primary key,
    partnership  varchar(20) not null,
    nr           integer     not null,
    organisation varchar(20) not null,
    accepted     boolean     not null,
    reason       varchar(1000),
    answered_by  varchar(64) not null,
    answered_at  timestamp with time zone not null,
    constraint lead_consent_once unique (partnership, nr),
    constraint lead_consent_reason check (accepted or reason is not null),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
