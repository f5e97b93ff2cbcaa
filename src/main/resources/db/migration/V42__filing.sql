-- What people bring as files, to a partnership or, where none is named, to the registry for their organisation. Written once: who
-- replaces a file adds a version, and who takes one back says why; the rows stay.
create table filed (
    id           uuid        not null primary key,
    partnership  varchar(20),
    -- Whose people brought it; the house's own where there is none.
    organisation varchar(20),
    kind         varchar(20) not null,
    audience     varchar(20) not null,
    -- The step that called for it, by its form.
    step         varchar(60),
    constraint filed_somewhere check (partnership is not null or organisation is not null),
    constraint filed_for_one check (audience <> 'ORGANISATION' or organisation is not null),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
create index filed_in_partnership on filed (partnership);
create index filed_by_organisation on filed (organisation);

create table filed_version (
    filed      uuid         not null,
    nr         integer      not null,
    name       varchar(150) not null,
    file_type  varchar(10)  not null,
    size_bytes integer      not null,
    sha256     varchar(64)  not null,
    added_at   timestamp with time zone not null,
    added_by   varchar(64)  not null,
    primary key (filed, nr),
    foreign key (filed) references filed (id)
);

-- The content stands in parts, because no database likes one large value.
create table filed_part (
    filed   uuid    not null,
    version integer not null,
    nr      integer not null,
    content bytea   not null,
    primary key (filed, version, nr),
    foreign key (filed, version) references filed_version (filed, nr)
);

create table filed_taken_back (
    filed    uuid         not null primary key,
    reason   varchar(500) not null,
    taken_at timestamp with time zone not null,
    taken_by varchar(64)  not null,
    foreign key (filed) references filed (id)
);
