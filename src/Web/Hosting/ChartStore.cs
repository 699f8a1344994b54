using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Search;

namespace HeiChartViewer.Web.Hosting;

/// <summary>The features, reducers and effects of the store, one store for each circuit.</summary>
public static class ChartStore
{
    /// <summary>Adds them.</summary>
    public static void AddChartStore(this IServiceCollection services)
    {
        services.AddSection(RecordSections.Demographics);
        services.AddRecordSection(RecordSections.Allergies);
        services.AddRecordSection(RecordSections.Conditions);
        services.AddRecordSection<Medication>(RecordSections.Medications);
        services.AddRecordSection(RecordSections.Results);
        services.AddRecordSection(RecordSections.Encounters);
        services.AddRecordSection(RecordSections.Immunizations);
        services.AddRecordSection(RecordSections.Procedures);
        services.AddRecordSection(RecordSections.Documents);

        services.AddFlux(store =>
            store
                .AddFeature<ChartFeature>()
                .AddReducers(typeof(ChartReducers))
                .AddEffects<ChartEffects>()
                .AddSection<DemographicRecord>()
                .AddSection<Allergy>()
                .AddSection<Condition>()
                .AddSection<Medication>()
                .AddSection<Observation>()
                .AddSection<Encounter>()
                .AddSection<Immunization>()
                .AddSection<Procedure>()
                .AddSection<DocumentReference>()
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
                .AddEffects<FindEffects>()
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
                .AddEffects<RawEffects>()
                .AddFeature<PersonSearchFeature>()
                .AddReducers(typeof(PersonSearchReducers))
                .AddEffects<PersonSearchEffects>()
        );
    }

    private static FluxOptions AddSection<TRecord>(this FluxOptions store) =>
        store
            .AddFeature<SectionFeature<TRecord>>()
            .AddReducers(typeof(SectionReducers<TRecord>))
            .AddEffects<SectionEffects<TRecord>>();

    private static void AddSection<TRecord>(
        this IServiceCollection services,
        Func<HealtheIntentClient, SectionDefinition<TRecord>> define
    ) =>
        services.AddSingleton(provider =>
            define(provider.GetRequiredService<HealtheIntentClient>())
        );

    private static void AddRecordSection<TRecord>(
        this IServiceCollection services,
        Func<HealtheIntentClient, RecordSection<TRecord>> define
    )
        where TRecord : ClinicalRecord => services.AddRecordSection((client, _) => define(client));

    private static void AddRecordSection<TRecord>(
        this IServiceCollection services,
        Func<HealtheIntentClient, TimeProvider, RecordSection<TRecord>> define
    )
        where TRecord : ClinicalRecord
    {
        services.AddSingleton(provider =>
            define(
                provider.GetRequiredService<HealtheIntentClient>(),
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddSingleton<SectionDefinition<TRecord>>(provider =>
            provider.GetRequiredService<RecordSection<TRecord>>()
        );
        services.AddScoped<ISectionIndex, SectionIndex<TRecord>>();
        services.AddSingleton<IRawRecords, RawRecords<TRecord>>();
    }
}
