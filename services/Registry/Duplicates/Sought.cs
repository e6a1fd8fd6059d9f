namespace Gms.Registry.Duplicates;

/// <summary>Somebody who is looked for, worked out once: an import does it while it reads ahead.</summary>
/// <param name="Features">What is compared.</param>
/// <param name="Asked">The keys that are looked up.</param>
/// <param name="Lying">The keys under which the person lies, or will.</param>
/// <param name="Strongest">What two who enrol the person at once share most certainly.</param>
sealed record Sought(MatchFeatures Features, long[] Asked, long[] Lying, long[] Strongest)
{
    public string? WorkerNumber => Features.WorkerNumber;
}
