package org.commonground.engine;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.commonground.foundation.Keyed;

/** Enums travel between forms and steps by their key, so that a step's record names the enum itself. */
final class KeyedJson extends SimpleModule {

    KeyedJson() {
        addSerializer(Keyed.class, new JsonSerializer<>() {
            @Override
            public void serialize(Keyed value, JsonGenerator json, SerializerProvider all) throws IOException {
                json.writeString(value.key());
            }
        });
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public JsonDeserializer<?> findEnumDeserializer(Class<?> type, DeserializationConfig config, BeanDescription description) {
                return Keyed.class.isAssignableFrom(type) ? new ByKey(config.constructType(type)) : null;
            }
        });
    }

    private static final class ByKey extends JsonDeserializer<Object> {

        private final JavaType type;

        ByKey(JavaType type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String key = json.getValueAsString();
            return Keyed.find(type.getRawClass(), key).orElseThrow(() ->
                    JsonMappingException.from(json, "No " + type.getRawClass().getSimpleName() + " has the key " + key));
        }
    }
}
