using System.Text.Json;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>
/// The members of every answer with their types, read off the contract and written as <c>name:type</c>, <c>name!:type</c>
/// where it must be there, <c>[type]</c> for a list and <c>*</c> where the contract leaves other members open. A member
/// that no row names is one the contract does not know.
/// </summary>
internal static class WireShape
{
    private static readonly Dictionary<string, string> Rows = new()
    {
        // 3: patient
        ["lookup"] = "items!:[found-local]",
        ["found-local"] = "sourcePersonId!:text patient!:platform",
        ["patients"] =
            "items!:[found] totalResults!:count firstLink!:url lastLink:url previousLink:url nextLink:url",
        ["found"] = "id!:platform",
        ["platform"] = "id!:uuid",
        ["demographics"] =
            "id!:hex64 sourceIdentifier!:source names!:[demographic-name] birthDate:day birthSex:text maritalStatus:text races:[concept] ethnicities:[concept] languages:[concept] deceased:flag deathDate:day addresses:[address] telecoms:[telecom] aliases:[alias] provenances:[any]",
        ["demographic-name"] =
            "use:text prefix:text givenNames!:[text] familyNames!:[text] formatted:text",
        ["address"] =
            "use:text text:text lines:[text] city:text state:text postalCode:text country:text",
        ["telecom"] = "system!:text value!:text use:text",
        // 4: the older generation
        ["empi"] = "response!:empi-response",
        ["empi-response"] = "fields!:[empi-field] error!:nothing",
        ["empi-field"] = "field_name!:text field_value!:text",
        ["nothing"] = "",
        ["people"] = "persons!:[person-found] more_results!:flag total_results!:count",
        ["person-found"] =
            "id!:uuid gender:text prefix:text suffix:text full_name:text given_names!:[text] family_names!:[text] formatted_name:text date_of_birth:day date_of_death:day deceased!:flag address:address-found telecoms!:[any] emails!:[any] record_ids!:[record-id]",
        ["address-found"] =
            "street_addresses!:[text] city:text county_or_parish:text state_or_province:text postal_code:text country:text",
        ["record-id"] = "data_partition_id!:uuid person_id!:text",
        ["person"] =
            "prefix:text suffix:text full_name:text given_names!:[text] family_names!:[text] date_of_birth:day gender:coded address:person-address telecoms!:[person-telecom] emails!:[person-email] benefit_coverages!:[coverage] *",
        ["coded"] = "id!:text code_system_id!:text display:text",
        ["person-address"] =
            "street_addresses!:[text] type:coded city:text state_or_province:coded postal_code:text county_or_parish:coded country:coded",
        ["person-telecom"] = "number!:text country_code:text preferred:flag type:coded",
        ["person-email"] = "address!:text type:coded",
        ["coverage"] =
            "payer_name:text plan_name:text begin_date:day end_date:day member_id:text line_of_business:text source:coverage-source plan_ids:[plan-id]",
        ["coverage-source"] = "contributing_organization:text partition_description:text type:text",
        ["plan-id"] = "value!:text type:text",
        // 5: chart search; its reply is a sketch, in which section and the kinds of discrete records are the sandbox's own
        ["search"] =
            "items!:[hit] concepts!:[matched] totalResults!:count firstLink!:url lastLink:url previousLink:url nextLink:url",
        ["hit"] =
            "id!:text rank!:count score!:number type!:hit-type title!:text category:upper section:text date:date snippets!:[text] matchedConcepts!:[matched] matchedTerms!:[text] document:reference encounter:reference sourceIdentifier!:source",
        ["matched"] = "contextId!:context alias!:upper display!:text",
        // 6.2: what the records are made of
        ["concept"] = "codings:[coding] sourceCodings:[coding] concepts:[ontology] text:text",
        ["coding"] = "system!:system code!:text display:text",
        ["ontology"] = "contextId!:context alias!:upper",
        ["source"] = "dataPartitionId!:uuid id!:text",
        ["reference"] = "id!:text",
        ["alias"] = "system:text type:text value!:text",
        ["quantity"] = "value!:text unit:concept",
        ["asserter"] = "type:text provider!:provider providerRoles:[concept]",
        ["provider"] = "aliases:[alias] name!:provider-name",
        ["provider-name"] = "prefix:text given!:[text] family!:[text] suffix:text formatted:text",
        ["note"] = "date:date text!:text author:any type:any",
        // 6.3 to 6.9: the records
        ["allergies"] =
            "id!:uuid assertedOn:date onset:date resolvedOn:date status:concept type:concept category:concept code!:concept criticality:concept asserter:asserter encounter:reference notes:[note] provenances:[any] reactions:[reaction] sourceIdentifier!:source",
        ["reaction"] = "reaction!:concept severity:concept",
        ["conditions"] =
            "id!:id83 assertedOn:date classification:concept code!:concept category:concept status:concept verificationStatus:concept severity:concept onset:date resolvedOn:date asserter:asserter encounter:reference notes:[note] provenances:[any] sourceIdentifier!:source",
        ["medications"] =
            "id!:hex64 additionalInstructions:text aliases:[alias] asNeeded:flag category:concept code!:concept frequency:concept route:concept intendedAdministrator:text intendedDispenser:text referenceDrug:reference-drug status:concept dose:quantity start:date end:date prescribedOn:date prescriber:asserter encounter:reference notes:[note] provenances:[any] sourceIdentifier!:source refills:text quantity:quantity form:concept",
        ["reference-drug"] = "brandType:text *",
        ["immunizations"] =
            "id!:id83 code!:concept status:concept occurredOn:date notGivenReasons:[concept] site:concept route:concept dose:quantity lotNumber:text manufacturer:text performers:[asserter] encounter:reference notes:[note] provenances:[any] sourceIdentifier!:source",
        ["procedures"] =
            "id!:hex64 code!:concept status:concept category:concept start:date end:date modifiers:[concept] performers:[asserter] encounter:reference notes:[note] provenances:[any] sourceIdentifier!:source",
        ["observations"] =
            "id!:uuid aliases:[event-alias] code!:concept category:[concept] status:concept effectiveOn:date value:value interpretation:concept referenceRanges:[range] components:[component] encounter:reference notes:[note] provenances:[any] sourceIdentifier!:source",
        ["component"] = "code!:concept value:value interpretation:concept referenceRanges:[range]",
        ["event-alias"] = "system!:event-system value!:uuid",
        ["value"] = "type!:value-type quantity:quantity codeableConcept:concept text:text",
        ["range"] = "low:quantity high:quantity text:text",
        ["encounters"] =
            "id!:uuid sourceIdentifier!:source aliases:[alias] status:concept classification:concept type:concept start:date end:date location:location providers:[asserter] reasons:[concept] dischargeDisposition:concept",
        ["location"] = "facility:text building:text unit:text",
        ["document-references"] =
            "id!:hex64 status:concept type!:concept category:concept description:text createdOn:date authors:[asserter] encounter:reference contents!:[content] sourceIdentifier!:source provenances:[any]",
        ["content"] = "title:text contentType!:media size!:count binary!:reference",
        ["medication-dispenses"] =
            "id!:hex64 status:concept code!:concept sourceIdentifier!:source *",
        // 7: the surrounding APIs
        ["tenant"] =
            "id!:hex32 mnemonic!:text name!:text timeZone!:text defaultLocale!:text status!:tenant-status locales!:[text] cernerMnemonics!:[text]",
        ["tenant-status"] = "state!:upper startedOn!:instant",
        ["data-partitions"] = "id!:uuid name!:text *",
        ["data-sources"] =
            "id!:uuid name!:text description:text service!:upper tags!:[tag] createdAt!:instant updatedAt!:instant",
        ["tag"] = "key!:text value!:text",
        ["personnel"] =
            "id!:uuid name!:person-name gender:gender birthDate:day aliases!:[personnel-alias] phoneNumbers:[phone] emailAddresses:[phone]",
        ["person-name"] =
            "prefix:text given:text middle:text family:text suffix:text formatted!:text",
        ["personnel-alias"] = "system!:text type!:alias-type value!:text",
        ["phone"] = "type:text value!:text primary:flag",
        ["personnel-groups"] = "id!:uuid name!:text mnemonic:text *",
        ["organizations"] = "id!:uuid name!:text *",
        ["locations"] = "id!:uuid name!:text *",
        ["consumers"] =
            "id!:uuid name!:person-name sourceIdentifiers!:[source] aliases!:[alias] patients!:[consumer-patient]",
        ["consumer-patient"] = "id!:uuid *",
        ["algorithms"] = "id!:uuid name!:text description:text version!:text",
        ["cohorts"] = "id!:uuid name!:text *",
        ["named"] = "id!:uuid name!:text *",
        ["hcc"] =
            "id!:uuid code!:text diagnosisCode!:text diagnosisCodeDescription!:text diagnosisCodeSystemId!:system lastServiceDate!:day status!:upper aliases!:[any] stratification:text stratificationCategory:upper supportingFacts!:[hcc-fact] competingFacts:[any]",
        ["hcc-fact"] = "name!:text value!:text lastServiceDate:day",
        ["registries"] = "quality_score:number mara_total_risk_score:number programs!:[program]",
        ["program"] =
            "id!:text name!:text total_measure_count!:count met_measure_count!:count supporting_facts!:[fact] measures:[measure] events:[event]",
        ["fact"] = "name!:text formatted_code:text formatted_source:text date:day",
        ["measure"] =
            "name!:text fqn!:text outcome!:outcome measure_due!:flag due_date:day value_unit:text supporting_facts!:[fact]",
        ["event"] = "date!:day responsible_providers!:[responsible] measures!:[measure]",
        ["responsible"] = "full_name!:text",
        ["programs"] = "programs!:[any] *",
        ["relationship"] = "name!:text aliases!:[relationship-alias]",
        ["relationship-alias"] = "alias_type!:upper alias_id!:text",
        // 8: what holds them
        ["cursor-page"] = "items!:[any] firstLink!:url nextLink:url",
        ["offset-page"] =
            "items!:[any] totalResults!:count firstLink!:url lastLink:url previousLink:url nextLink:url",
        ["error"] = "code!:count message!:text errorDetails:[detail]",
        ["detail"] =
            "domain:text reason:text message:text locationType:location-type location:text",
    };

    private static readonly Dictionary<string, Regex> Words = new()
    {
        ["uuid"] = new("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
        ["hex32"] = new("^[0-9a-f]{32}$"),
        ["hex64"] = new("^[0-9a-f]{64}$"),
        ["id83"] = new("^[0-9]{19}[0-9a-f]{64}$"),
        ["context"] = new("^[0-9A-F]{32}$"),
        ["upper"] = new("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$"),
        ["day"] = new("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ["instant"] = new(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$"),
        ["date"] = new(
            @"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$"
        ),
        ["url"] = new("^http://localhost:[0-9]+/"),
        ["media"] = new("^[a-z]+/[-+.a-z0-9]+"),
        // An OID without urn:oid:, a URN of a code set, or an address.
        ["system"] = new(
            @"^([0-9]+(\.[0-9]+)+|urn:cerner:coding:codingsystem:.+|https?://.+|urn:.+)$"
        ),
        ["event-system"] = new("^https://fhir\\.cerner\\.com/ceuuid$"),
        ["value-type"] = new("^(QUANTITY|CODEABLE_CONCEPT|TEXT)$"),
        ["hit-type"] = new("^(DOCUMENT|MEASUREMENT|CONDITION|MEDICATION|PROCEDURE|ALLERGY)$"),
        ["gender"] = new("^(MALE|FEMALE|OTHER|UNKNOWN)$"),
        ["alias-type"] = new("^(NPI|DEA|SPI|TAX|SL|EXTERNAL|UPIN|USER|UNKNOWN)$"),
        ["outcome"] = new("^(EXCLUDED|ACHIEVED|MISSING_DATA|NOT_ACHIEVED)$"),
        ["location-type"] = new("^(query|header|path|formData|body)$"),
    };

    /// <summary>What of a value is not as its row says, by the path of shapes and members; nothing where all is.</summary>
    public static IEnumerable<string> Differences(JsonElement value, string shape) =>
        Of(value, shape, shape)
            .Select(difference => difference.Length > 300 ? difference[..300] : difference);

    private static IEnumerable<string> Of(JsonElement value, string type, string path)
    {
        if (type.StartsWith('['))
            return value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany(item => Of(item, type[1..^1], path))
                : [$"{path} is no list"];
        if (Rows.TryGetValue(type, out var row))
            return value.ValueKind == JsonValueKind.Object
                ? Members(value, row, path)
                : [$"{path} is no object"];
        return Is(value, type) ? [] : [$"{path} is no {type}: {value.GetRawText()}"];
    }

    private static IEnumerable<string> Members(JsonElement value, string row, string path)
    {
        var members = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = members
            .Where(member => member != "*")
            .Select(member => member.Split(':'))
            .ToDictionary(member => member[0].TrimEnd('!'), member => member[1]);
        foreach (
            var member in members.Where(member => member.Contains('!', StringComparison.Ordinal))
        )
            if (!value.TryGetProperty(member.Split('!')[0], out _))
                yield return $"{path}.{member} is missing";
        foreach (var member in value.EnumerateObject())
            if (known.TryGetValue(member.Name, out var type))
            {
                // What is missing is left out or null (contract 6.2).
                if (member.Value.ValueKind != JsonValueKind.Null)
                    foreach (var difference in Of(member.Value, type, $"{path}.{member.Name}"))
                        yield return difference;
            }
            else if (!members.Contains("*"))
                yield return $"{path}.{member.Name} is no member";
    }

    private static bool Is(JsonElement value, string type) =>
        type switch
        {
            "any" => true,
            "flag" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "count" => value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out var number)
                && number >= 0,
            "text" => value.ValueKind == JsonValueKind.String,
            _ => value.ValueKind == JsonValueKind.String && Words[type].IsMatch(value.GetString()!),
        };
}
