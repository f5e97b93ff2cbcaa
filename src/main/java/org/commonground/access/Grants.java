package org.commonground.access;

import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** What groups are granted. Saying a thing twice changes nothing. */
@Component
class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** What one group holds now, read once, to be added to. */
    Holder of(String group) {
        return new Holder(group, authorizations.createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT).groupIdIn(group).list());
    }

    /** Takes back what a group was granted on one thing. */
    void revoke(String group, Resource resource, String id) {
        authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(id).list()
                .forEach(held -> authorizations.deleteAuthorization(held.getId()));
    }

    final class Holder {

        private final String group;
        private final List<Authorization> held;

        private Holder(String group, List<Authorization> held) {
            this.group = group;
            this.held = held;
        }

        /** @param id of the thing, or {@link Authorization#ANY} */
        Holder may(Resource resource, String id, Permission... permissions) {
            Authorization grant = held.stream()
                    .filter(one -> one.getResourceType() == resource.resourceType() && one.getResourceId().equals(id))
                    .findFirst().orElseGet(() -> begin(resource, id));
            if (grant.getId() == null || !Arrays.stream(permissions).allMatch(grant::isPermissionGranted)) {
                Arrays.stream(permissions).forEach(grant::addPermission);
                authorizations.saveAuthorization(grant);
            }
            return this;
        }

        private Authorization begin(Resource resource, String id) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            return grant;
        }
    }
}
