using Gms.Events;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Platform;

/// <summary>Which events a service reads, and the queues they come by: quorum queues, one per handler, error queues kept.</summary>
public sealed class Subscriptions<TDb> where TDb : ServiceDb
{
    readonly List<(System.Type Handler, System.Type Consumer, Action<IRabbitMqBusFactoryConfigurator, IBusRegistrationContext, ServiceIdentity> Bind)> _all = [];

    /// <summary>The handlers, for the service's container and the generated docs/events.md.</summary>
    public IEnumerable<System.Type> Handlers => _all.Select(s => s.Handler);

    /// <summary>Each event to the handler by itself.</summary>
    public Subscriptions<TDb> To<TEvent, THandler>()
        where TEvent : class, IEvent
        where THandler : class, IHandle<TEvent>
    {
        _all.Add((typeof(THandler), typeof(OneByOne<TDb, TEvent, THandler>), (bus, context, service) =>
            bus.ReceiveEndpoint(Queue(service, typeof(THandler)), endpoint =>
            {
                Prepare(endpoint, context);
                endpoint.ConfigureConsumer<OneByOne<TDb, TEvent, THandler>>(context);
            })));
        return this;
    }

    /// <summary>Up to a hundred events to the handler at once.</summary>
    public Subscriptions<TDb> ToMany<TEvent, THandler>()
        where TEvent : class, IEvent
        where THandler : class, IHandleMany<TEvent>
    {
        _all.Add((typeof(THandler), typeof(InBatches<TDb, TEvent, THandler>), (bus, context, service) =>
            bus.ReceiveEndpoint(Queue(service, typeof(THandler)), endpoint =>
            {
                Prepare(endpoint, context);
                endpoint.UseFilter(new EachItsOwnFailure());
                endpoint.PrefetchCount = 400;
                endpoint.ConfigureConsumer<InBatches<TDb, TEvent, THandler>>(context, consumer =>
                    consumer.Options<BatchOptions>(batch => batch.SetMessageLimit(100).SetTimeLimit(TimeSpan.FromMilliseconds(20)).SetConcurrencyLimit(1)));
            })));
        return this;
    }

    /// <summary>The names of the queues, one per handler.</summary>
    public IEnumerable<string> Queues(ServiceIdentity service) => Handlers.Select(handler => Queue(service, handler));

    internal void Register(IBusRegistrationConfigurator bus)
    {
        foreach (var consumer in _all.Select(s => s.Consumer))
            bus.AddConsumer(consumer);
    }

    internal void Bind(IRabbitMqBusFactoryConfigurator bus, IBusRegistrationContext context, ServiceIdentity service)
    {
        foreach (var subscription in _all)
            subscription.Bind(bus, context, service);
    }

    static string Queue(ServiceIdentity service, System.Type handler) => $"gms.{service.Client}.{SnakeCase.Of(handler.Name).Replace('_', '-')}";

    static void Prepare(IRabbitMqReceiveEndpointConfigurator endpoint, IServiceProvider services)
    {
        endpoint.SetQuorumQueue(BrokerNodes.Members(services.GetRequiredService<Settings>().BrokerNodes));
        endpoint.PrefetchCount = 64;
        endpoint.ConcurrentMessageLimit = 8;
        endpoint.UseMessageRetry(retry =>
        {
            // What heals by waiting is waited for, however long: an outage must not fill the error queue.
            retry.Handle<Exception>(Healing.Heals);
            retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(400));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(Healing.Heals);
            retry.Intervals(100, 500, 2000);
        });
    }
}
