using System.Runtime.ExceptionServices;
using MassTransit;

namespace Gms.Platform;

/// <summary>Of events that came together the handler failed on some, each given to it alone.</summary>
sealed class PartFailed(IReadOnlyDictionary<Guid, Exception> failures) : Exception("A handler failed on some of the events that it was given.", failures.Values.First())
{
    /// <summary>By the message's id.</summary>
    public Exception? Of(Guid? message) => failures.GetValueOrDefault(message ?? default);
}

/// <summary>MassTransit fails all messages of a batch together; here each has its own end: the failure that it made, or none.</summary>
sealed class EachItsOwnFailure : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (PartFailed part)
        {
            if (part.Of(context.MessageId) is { } own)
                ExceptionDispatchInfo.Throw(own);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("each-its-own-failure");
}
