-- What members raise, and what all partners decided together.

-- While a matter is not settled, `open_kind` holds its kind, or its own id where there may be several of a kind; afterwards nothing. What all
-- partners decided together, such as in a review, nobody has raised: it says how they decided.
create table matter (
    id          uuid          not null primary key,
    version     integer       not null,
    partnership varchar(20)   not null,
    kind        varchar(20)   not null,
    raised_by   varchar(20),
    person      varchar(64),
    why         varchar(2000) not null,
    decided     varchar(2000),
    raised_on   date          not null,
    state       varchar(20)   not null,
    outcome     varchar(2000),
    ended_on    date,
    open_kind   varchar(40),
    constraint matter_is_raised_or_decided check ((raised_by is null) = (decided is not null) and (raised_by is null) = (person is null)),
    constraint matter_of_a_kind_once unique (partnership, open_kind),
    constraint matter_ends_with_an_outcome check ((open_kind is null) = (outcome is not null)),
    foreign key (partnership) references partnership (id),
    foreign key (raised_by) references organisation (code)
);
