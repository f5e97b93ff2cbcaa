package org.commonground.engine;
final class FormSchema { static FormSchema parse(String s){return new FormSchema();} }
