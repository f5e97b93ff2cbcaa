-- What a review's report said on the day it was written: what comes later, such as an action that is seen done, does not change it.
create table review_report (
    review uuid not null primary key,
    facts  text not null,
    foreign key (review) references review (id)
);
