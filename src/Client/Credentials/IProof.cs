namespace HealtheIntent.Client.Credentials;

/// <summary>Shows the platform who sends a request.</summary>
internal interface IProof
{
    /// <summary>Puts the proof on a request, in place of any it has. A signature holds for one attempt only.</summary>
    void Attach(HttpRequestMessage request);
}
