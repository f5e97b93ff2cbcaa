-- On which lessons of others a partnership builds: words and source as they were when somebody chose them.
create table lesson_use (
    partnership varchar(20)   not null,
    lesson      uuid          not null,
    sentence    varchar(1500) not null,
    source      varchar(140)  not null,
    used_by     varchar(64)   not null,
    used_at     timestamp with time zone not null,
    primary key (partnership, lesson),
    foreign key (partnership) references partnership (id),
    foreign key (lesson) references lesson (id)
);
create index lesson_use_of_lesson on lesson_use (lesson);
