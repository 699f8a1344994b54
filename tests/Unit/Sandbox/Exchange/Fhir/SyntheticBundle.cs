namespace HeiChartViewer.Tests.Unit.Sandbox.Exchange.Fhir;

/// <summary>A transaction bundle of an invented patient, in the manner of Synthea.</summary>
internal static class SyntheticBundle
{
    public const string Json = """
        {"resourceType":"Bundle","type":"transaction","entry":[
        {"fullUrl":"urn:uuid:p1","resource":{"resourceType":"Patient","id":"p1",
          "extension":[
            {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[
              {"url":"ombCategory","valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3","display":"White"}},
              {"url":"text","valueString":"White"}]},
            {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"F"}],
          "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:hospital","value":"MRN-77"}],
          "name":[{"use":"official","family":"Smallwood","given":["Ada","Beth"],"prefix":["Ms."]}],
          "telecom":[{"system":"phone","value":"555-0101","use":"home"}],
          "gender":"female","birthDate":"1961-02-03","multipleBirthBoolean":false,
          "address":[{"line":["1 Elm Row"],"city":"Oakham","state":"MA","country":"US"}],
          "maritalStatus":{"text":"Married"},
          "communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"en-US","display":"English"}],"text":"English"}}]}},
        {"fullUrl":"urn:uuid:d1","resource":{"resourceType":"Practitioner","id":"d1","identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"9999"}],"name":[{"family":"Quill","given":["Ina"],"prefix":["Dr."]}]}},
        {"fullUrl":"urn:uuid:o1","resource":{"resourceType":"Organization","id":"o1","name":"Oakham Clinic"}},
        {"fullUrl":"urn:uuid:e1","resource":{"resourceType":"Encounter","id":"e1","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
          "type":[{"coding":[{"system":"http://snomed.info/sct","code":"185345009","display":"Encounter for symptom"}],"text":"Encounter for symptom"}],
          "subject":{"reference":"urn:uuid:p1"},"participant":[{"individual":{"reference":"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999","display":"Dr. Quill"}}],
          "period":{"start":"2020-05-01T10:00:00-04:00","end":"2020-05-01T10:30:00-04:00"},"serviceProvider":{"reference":"urn:uuid:o1"}}},
        {"fullUrl":"urn:uuid:c1","resource":{"resourceType":"Condition","id":"c1","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
          "code":{"coding":[{"system":"http://snomed.info/sct","code":"59621000","display":"Hypertension"}],"text":"Hypertension"},
          "subject":{"reference":"urn:uuid:p1"},"encounter":{"reference":"urn:uuid:e1"},"onsetDateTime":"2011","recordedDate":"2020-05-01"}},
        {"fullUrl":"urn:uuid:c2","resource":{"resourceType":"Condition","id":"c2","subject":{"reference":"urn:uuid:p1"}}},
        {"fullUrl":"urn:uuid:a1","resource":{"resourceType":"AllergyIntolerance","id":"a1","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},
          "type":"allergy","category":["food"],"criticality":"low","code":{"text":"Peanut"},"patient":{"reference":"urn:uuid:p1"},
          "reaction":[{"manifestation":[{"text":"Wheal"}],"severity":"mild"}]}},
        {"fullUrl":"urn:uuid:r1","resource":{"resourceType":"Procedure","id":"r1","status":"completed","code":{"text":"Suture"},"subject":{"reference":"urn:uuid:p1"},"encounter":{"reference":"urn:uuid:e1"},
          "performedPeriod":{"start":"2020-05-01T10:05:00-04:00","end":"2020-05-01T10:20:00-04:00"}}},
        {"fullUrl":"urn:uuid:i1","resource":{"resourceType":"Immunization","id":"i1","status":"completed","vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"140","display":"Influenza"}]},
          "patient":{"reference":"urn:uuid:p1"},"encounter":{"reference":"urn:uuid:e1"},"occurrenceDateTime":"2020-05-01"}},
        {"fullUrl":"urn:uuid:m1","resource":{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","medicationCodeableConcept":{"text":"Lisinopril 10 MG Oral Tablet"},
          "subject":{"reference":"urn:uuid:p1"},"encounter":{"reference":"urn:uuid:e1"},"authoredOn":"2020-05-01T10:10:00-04:00","requester":{"display":"Dr. Ina Quill"},
          "dosageInstruction":[{"sequence":1,"asNeededBoolean":false,"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":1}}]}]}},
        {"fullUrl":"urn:uuid:b1","resource":{"resourceType":"Observation","id":"b1","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
          "code":{"coding":[{"system":"http://loinc.org","code":"2157-6","display":"Creatine kinase"}]},"subject":{"reference":"urn:uuid:p1"},"encounter":{"reference":"urn:uuid:e1"},
          "effectiveDateTime":"2020-05-01T10:15:00-04:00","valueQuantity":{"comparator":"<","value":0.10,"unit":"U/L","system":"http://unitsofmeasure.org","code":"U/L"}}},
        {"fullUrl":"urn:uuid:b2","resource":{"resourceType":"Observation","id":"b2","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9","display":"Blood pressure panel"}]},
          "subject":{"reference":"urn:uuid:p1"},"encounter":{"reference":"urn:uuid:e1"},"effectiveDateTime":"2020-05-01",
          "component":[
            {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6","display":"Systolic"}]},"valueQuantity":{"value":128,"unit":"mm[Hg]"}},
            {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4","display":"Diastolic"}]},"valueQuantity":{"value":80.0,"unit":"mm[Hg]"}}]}},
        {"fullUrl":"urn:uuid:b3","resource":{"resourceType":"Observation","id":"b3","status":"final","code":{"text":"Of nobody"},"subject":{"reference":"urn:uuid:nobody"}}},
        {"fullUrl":"urn:uuid:n1","resource":{"resourceType":"DocumentReference","id":"n1","status":"current","type":{"text":"Progress note"},"subject":{"reference":"urn:uuid:p1"},"date":"2020-05-01T10:30:00-04:00",
          "content":[{"attachment":{"contentType":"text/plain","data":"QSBub3RlLg=="}}],"context":{"encounter":[{"reference":"urn:uuid:e1"}]}}},
        {"fullUrl":"urn:uuid:g1","resource":{"resourceType":"DiagnosticReport","id":"g1","status":"final","code":{"text":"Imaging"},"subject":{"reference":"urn:uuid:p1"},"effectiveDateTime":"2020-05-01",
          "result":[{"reference":"urn:uuid:b1"}],"presentedForm":[{"contentType":"text/plain","data":"QSByZXBvcnQu"}]}},
        {"fullUrl":"urn:uuid:l1","resource":{"resourceType":"Claim","id":"l1","status":"active","patient":{"reference":"urn:uuid:p1"}}}
        ]}
        """;
}
