-- The room of visits, which only tests have.
create table visit (
    matter      uuid        not null primary key,
    partnership varchar(20) not null,
    nr          integer     not null,
    host        varchar(20) not null,
    held_on     date,
    over        boolean     not null,
    constraint visit_nr_once unique (partnership, nr),
    foreign key (matter) references matter (id),
    foreign key (host) references organisation (code)
);

create table sight (
    matter       uuid          not null,
    organisation varchar(20)   not null,
    words        varchar(1000) not null,
    primary key (matter, organisation),
    foreign key (matter) references visit (matter),
    foreign key (organisation) references organisation (code)
);
