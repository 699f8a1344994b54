namespace HeiChartViewer.Tests.Unit.Client.Legacy;

/// <summary>Replies of the legacy APIs with every member the contract names (contract 4 and 7).</summary>
internal static class LegacySamples
{
    private const string Code = """{"id":"1","code_system_id":"2.16.840","display":"d"}""";

    private const string Measure = """
        {"name":"HbA1c below 8","fqn":"org/diabetes/hba1c","outcome":"NOT_ACHIEVED","measure_due":true,"due_date":"2020-06-01","value_unit":"%","supporting_facts":[{"name":"HbA1c","formatted_code":"4548-4 (LOINC)","formatted_source":"Laboratory","date":"2020-03-01"}]}
        """;

    /// <summary>As the demographics and the search write a person, both at once.</summary>
    public const string Person = $$"""
        {"id":"a2f6a16d","gender":{{Code}},"prefix":"Dr","suffix":"Jr","full_name":"Gi Fa","given_names":["Gi"],"family_names":["Fa"],"formatted_name":"Fa, Gi","date_of_birth":"1911-01-25","date_of_death":"1999","deceased":true,"address":{"street_addresses":["1 Road"],"type":{{Code}},"city":"Town","county_or_parish":{{Code}},"state_or_province":{{Code}},"postal_code":"1","country":{{Code}}},"telecoms":[{"number":"555","country_code":"1","preferred":true,"type":{{Code}}}],"emails":[{"address":"a@example.org","type":{{Code}}}],"record_ids":[{"data_partition_id":"p","person_id":"1"}],"benefit_coverages":[{"payer_name":"Payer","plan_name":"Plan","begin_date":"2020-01-01","end_date":"2020-12-31","member_id":"M","line_of_business":"Medicare","source":{"contributing_organization":"Org","partition_description":"Claims","type":"ENROLLMENT"},"plan_ids":[{"value":"1","type":"HIOS"}]}],"later":1}
        """;

    public const string Registries = $$"""
        {"quality_score":"87.5","mara_total_risk_score":"1.25","programs":[{"id":"7","name":"Diabetes","total_measure_count":4,"met_measure_count":3,"supporting_facts":[{"name":"Diabetes","formatted_code":"44054006 (SNOMED CT)","formatted_source":"Clinic","date":"2011"}],"measures":[{{Measure}}],"events":[{"date":"2020-02-01","responsible_providers":[{"full_name":"Gi Fa"}],"measures":[{{Measure}}]}]}],"later":1}
        """;

    public const string Relationship =
        """{"name":"Gi Fa","aliases":[{"alias_type":"USER","alias_id":"GF1"}],"later":1}""";
}
