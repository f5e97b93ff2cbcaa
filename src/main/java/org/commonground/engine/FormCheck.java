package org.commonground.engine;
import java.util.*; import java.util.function.Function;
final class FormCheck { FormCheck(java.time.Clock c){} Map<String,Object> check(FormSchema s, Map<String,Object> m, Function<String,Object> f){return m;} }
