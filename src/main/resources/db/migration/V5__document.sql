-- What the house keeps as files: written once, never changed. The content stands in parts, because no database likes one large value.
create table document (
    id           uuid         not null primary key,
    partnership  varchar(20),
    name         varchar(200) not null,
    version      integer      not null,
    sha256       varchar(64)  not null,
    file_type    varchar(10)  not null,
    size_bytes   integer      not null,
    audience     varchar(20)  not null,
    -- The organisation it is for, where it is for one organisation only.
    organisation varchar(20),
    created_at   timestamp with time zone not null,
    created_by   varchar(64)  not null,
    constraint document_once unique (partnership, name, version),
    constraint document_for_one check ((audience = 'ORGANISATION') = (organisation is not null)),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);

create table document_part (
    document uuid    not null,
    nr       integer not null,
    content  bytea   not null,
    primary key (document, nr),
    foreign key (document) references document (id)
);
