package org.commonground.house;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

/** How rooms bring their mails. */
@AnalyzeClasses(packages = "org.commonground", importOptions = ImportOption.DoNotIncludeTests.class)
class MailRulesTest {

    @ArchTest
    static final ArchRule a_room_keeps_its_mails_to_itself = classes()
            .that().areAssignableTo(RoomMails.class).and().doNotBelongToAnyOf(RoomMails.class)
            .should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Mails");

    @ArchTest
    static final ArchRule every_mail_is_told_by_somebody = fields().that().haveRawType(Template.class).should(beRead());

    private static ArchCondition<JavaField> beRead() {
        return new ArchCondition<>("be read") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean read = field.getAccessesToSelf().stream().anyMatch(access -> access.getAccessType() == AccessType.GET);
                events.add(new SimpleConditionEvent(field, read, field.getFullName() + " is named and never told"));
            }
        };
    }
}
