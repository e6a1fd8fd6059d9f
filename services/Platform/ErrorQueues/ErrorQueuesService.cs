using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;
using Proto = Gms.ErrorQueues.V1;

namespace Gms.Platform;

/// <summary>The calls of protos/gms/error_queues/v1/error_queues.proto, one file each in this folder. Every service serves them for its own queues.</summary>
sealed partial class ErrorQueuesService(ServiceDb db, Call call, ErrorQueues queues, ServiceIdentity service, ILogger<ErrorQueuesService> log) : Proto.ErrorQueues.ErrorQueuesBase
{
    /// <summary>Queues are the whole service's: an agency's administrator administers the agency only.</summary>
    void MustAdministerTheWhole()
    {
        if (call.Caller.Agency is not null)
            throw Refuse.NotAllowed(PlatformProblems.OutsideScope());
    }

    /// <summary>Without the broker nobody knows what waits there: that is said, not passed off as nothing.</summary>
    async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException or TimeoutException)
        {
            log.LogWarning("The error queues of {Service} could not be reached: {Failure}", service.Name, failure.GetType().Name);
            throw Refuse.Unavailable(PlatformProblems.BrokerUnavailable());
        }
    }
}
