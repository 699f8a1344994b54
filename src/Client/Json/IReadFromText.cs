namespace HealtheIntent.Client.Json;

/// <summary>An object that some of the platform's APIs write as a plain text instead.</summary>
internal interface IReadFromText<TSelf>
    where TSelf : IReadFromText<TSelf>
{
    static abstract TSelf FromText(string text);
}
