-- A signature that was given by hand: the sheet, its scan and who signed it, as they were handed in. Written once.
create table paper_signature (
    id                uuid         not null primary key,
    agreement_version uuid         not null,
    organisation      varchar(20)  not null,
    -- Of the text whose code stands on the sheet.
    sha256            varchar(64)  not null,
    signer            varchar(64)  not null,
    signer_name       varchar(200) not null,
    scan              uuid         not null,
    scan_version      integer      not null,
    handed_in_by      varchar(64)  not null,
    handed_in_at      timestamp with time zone not null,
    foreign key (agreement_version, organisation) references agreement_party (agreement_version, organisation),
    foreign key (scan, scan_version) references filed_version (filed, nr)
);
create index paper_signature_of_version on paper_signature (agreement_version, organisation);
create index paper_signature_by_scan on paper_signature (scan);

-- What who serves the partners found when looking at the scan. What was found right is a signature.
create table paper_check (
    paper_signature uuid         not null primary key,
    reason          varchar(1000),
    checked_by      varchar(64)  not null,
    checked_at      timestamp with time zone not null,
    foreign key (paper_signature) references paper_signature (id)
);

-- Of a signature on paper: who held the scan against the text, and when.
alter table signature add column verified_by varchar(200);
alter table signature add column verified_at timestamp with time zone;
