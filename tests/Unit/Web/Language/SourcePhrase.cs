namespace HeiChartViewer.Tests.Unit.Web.Language;

/// <summary>What is said somewhere in the source.</summary>
/// <param name="Key">The English, holes numbered; of a plural, the form for many.</param>
/// <param name="One">Of a plural, the form for one.</param>
internal sealed record SourcePhrase(string Key, string? One);
